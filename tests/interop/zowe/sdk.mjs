// tests/interop/zowe/sdk.mjs - a program that uses the Zowe SDK packages under strict TLS: it submits, lists and reads.
// Arguments: the folder of Zowe CLI, which brings the packages along, and the port. Prints a line for each step.
import { createRequire } from "node:module";
import assert from "node:assert/strict";

const [folder, port] = process.argv.slice(2);
const require = createRequire(folder + "/package.json");
const { Session } = require("@zowe/imperative");
const { CheckStatus, ListDefinedSystems } = require("@zowe/zosmf-for-zowe-sdk");
const { SubmitJobs, GetJobs, CancelJobs, DeleteJobs } = require("@zowe/zos-jobs-for-zowe-sdk");
const { Copy, Create, CreateDataSetTypeEnum, Delete, Get, List, Rename, Tag, Upload, Utilities } =
  require("@zowe/zos-files-for-zowe-sdk");
const { IssueTso } = require("@zowe/zos-tso-for-zowe-sdk");
const { IssueCommand } = require("@zowe/zos-console-for-zowe-sdk");

const session_of = (password) =>
  new Session({ hostname: "localhost", port, user: "IBMUSER", password, type: "basic", rejectUnauthorized: true });
const session = session_of("SYS1");
const job_text = `//SDKJOB JOB 1
//STEP1 EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN DD *
 RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))
/*
`;

// What the SDK throws for an answer that is an error: its HTTP status.
const refused = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return Number(error.mDetails?.errorCode ?? error.errorCode ?? NaN);
  }
  return 0;
};

const steps = {
  async "the information and the systems"() {
    assert.equal((await CheckStatus.getZosmfInfo(session)).zosmf_hostname, "SYSA");
    assert.equal((await ListDefinedSystems.listDefinedSystems(session)).items.length, 2);
  },
  async "a job is submitted, listed and read"() {
    const job = await SubmitJobs.submitJclNotifyCommon(session, { jcl: job_text, watchDelay: 10 });
    assert.equal(job.retcode, "CC 0000");
    assert.deepEqual((await GetJobs.getJobsByPrefix(session, "SDK*")).map((each) => each.jobid), [job.jobid]);
    assert.equal((await GetJobs.getJob(session, job.jobid)).jobname, "SDKJOB");
    const files = await GetJobs.getSpoolFilesForJob(session, job);
    const output = files.find((each) => each.ddname === "SYSTSPRT");
    assert.match(await GetJobs.getSpoolContent(session, output), /Label: zOSMFCA/);
    assert.match(await GetJobs.getSpoolContentById(session, job.jobname, job.jobid, 2), /J O B {2}L O G/);
    assert.match(await GetJobs.getJclForJob(session, job), /RACDCERT CERTAUTH LIST/);
    assert.equal(String((await CancelJobs.cancelJobForJob(session, job)).status), "0");
    assert.equal(String((await DeleteJobs.deleteJobForJob(session, job)).status), "0");
    assert.deepEqual(await GetJobs.getJobs(session), []);
  },
  async "a job with symbols"() {
    const jcl = job_text.replace("IKJEFT01", "&PROGRAM");
    const job = await SubmitJobs.submitJclNotifyCommon(session, { jcl, watchDelay: 10, jclSymbols: "PROGRAM=IKJEFT01" });
    assert.equal(job.retcode, "CC 0000");
  },
  async "data sets and members"() {
    await Create.dataSet(session, CreateDataSetTypeEnum.DATA_SET_PARTITIONED, "IBMUSER.SDK.JCL");
    await Upload.bufferToDataSet(session, Buffer.from(job_text), "IBMUSER.SDK.JCL(ONE)");
    assert.equal((await Get.dataSet(session, "IBMUSER.SDK.JCL(ONE)")).toString(), job_text);
    const members = (await List.allMembers(session, "IBMUSER.SDK.JCL", { attributes: true })).apiResponse.items;
    assert.deepEqual(members.map((each) => each.member), ["ONE"]);
    assert.equal((await SubmitJobs.submitJobNotify(session, "IBMUSER.SDK.JCL(ONE)")).retcode, "CC 0000");
    await Rename.dataSetMember(session, "IBMUSER.SDK.JCL", "ONE", "TWO");
    await Copy.dataSet(session, { dsn: "IBMUSER.SDK.JCL", member: "THREE" },
      { "from-dataset": { dsn: "IBMUSER.SDK.JCL", member: "TWO" } });
    assert.equal((await Get.dataSet(session, "IBMUSER.SDK.JCL(THREE)")).toString(), job_text);
    await Delete.dataSet(session, "IBMUSER.SDK.JCL(TWO)");
    const listed = (await List.dataSet(session, "IBMUSER.SDK.*", { attributes: true })).apiResponse.items;
    assert.deepEqual(listed.map((each) => [each.dsname, each.dsorg, each.lrecl]), [["IBMUSER.SDK.JCL", "PO", "80"]]);
    await Delete.dataSet(session, "IBMUSER.SDK.JCL");
    assert.equal(await refused(Get.dataSet(session, "IBMUSER.SDK.JCL(THREE)")), 404);
  },
  // Zowe Explorer saves only what nobody else has changed since it was read, and makes members from nothing.
  async "an editor saves with entity tags"() {
    await Create.dataSet(session, CreateDataSetTypeEnum.DATA_SET_PARTITIONED, "IBMUSER.EDIT.JCL");
    const name = "IBMUSER.EDIT.JCL(NEW)";
    await Upload.bufferToDataSet(session, Buffer.from(""), name);
    assert.equal((await Get.dataSet(session, name)).toString().trim(), "");
    const save = (text, etag) =>
      Upload.bufferToDataSet(session, Buffer.from(text), name, { returnEtag: true, etag });
    const first = (await save("ONE\n")).apiResponse.etag;
    const second = (await save("TWO\n", first)).apiResponse.etag;
    assert.notEqual(first, second);
    assert.equal(await refused(save("THREE\n", first)), 412);
    assert.equal((await Get.dataSet(session, name)).toString(), "TWO\n");
  },
  async "UNIX files"() {
    const name = "/tmp/sdk dir/a+b%.txt";
    await Create.uss(session, "/tmp/sdk dir", "directory", "rwxr-xr-x");
    const save = (text, etag) =>
      Upload.bufferToUssFile(session, name, Buffer.from(text), { returnEtag: true, etag });
    const old = (await save("old\n")).apiResponse.etag;
    await save("text\n", old);
    assert.equal(await refused(save("late\n", old)), 412);
    assert.equal((await Get.USSFile(session, name)).toString(), "text\n");
    const items = (await List.fileList(session, "/tmp/sdk dir")).apiResponse.items;
    assert.deepEqual(items.map((each) => each.name).filter((each) => !each.startsWith(".")), ["a+b%.txt"]);
    assert.equal(await Utilities.isFileTagBinOrAscii(session, name), false);
    await Utilities.chtag(session, name, Tag.BINARY);
    await Utilities.renameUSSFile(session, name, "/tmp/sdk dir/b.txt");
    await Delete.ussFile(session, "/tmp/sdk dir", true);
    assert.equal(await refused(Get.USSFile(session, "/tmp/sdk dir/b.txt")), 404);
  },
  async "TSO and console"() {
    const tso = await IssueTso.issueTsoCmd(session, "LISTGRP SYS1");
    assert.match(tso.commandResponse, /INFORMATION FOR GROUP SYS1/);
    const console_text = await IssueCommand.issueSimple(session, "D T");
    assert.match(console_text.commandResponse, /IEE136I LOCAL: TIME=/);
  },
  async "a wrong password is 401"() {
    assert.equal(await refused(CheckStatus.getZosmfInfo(session_of("WRONG"))), 401);
  },
};

for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log("passed: " + name);
  } catch (error) {
    console.log("FAILED: " + name + ": " + (error.stack ?? error) + " " + JSON.stringify(error.mDetails ?? {}));
    process.exitCode = 1;
  }
}
