//ZWKRING1 JOB (ACCT),'RING, OWN CA',CLASS=A,MSGCLASS=X
//*
//* A key ring for Zowe's server user, with a certificate that a CA of
//* its own signs. What differs from site to site stands here.
//         EXPORT SYMLIST=*
//         SET USER=ZWESVUSR
//         SET RING='ZoweKeyring'
//         SET LABEL='localhost'
//         SET CALABEL='localca'
//         SET HOST='zowe.example.com'
//         SET ZMFCA='zOSMFCA'
//RUN      EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD DATA,DLM=$$,SYMBOLS=JCLONLY
  SETROPTS CLASSACT(DIGTCERT DIGTRING FACILITY)
/* The server's user reads rings and certificates of its own */
  RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)
  PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) +
    ID(&USER) ACCESS(READ)
  RACDCERT ID(&USER) ADDRING(&RING)
  RACDCERT CERTAUTH GENCERT +
    SUBJECTSDN(CN('Zowe CA of this system') O('Example') C('GB')) +
    WITHLABEL('&CALABEL') NISTECC SIZE(256) +
    NOTAFTER(DATE(2034-03-01)) KEYUSAGE(CERTSIGN)
  RACDCERT ID(&USER) GENCERT +
    SUBJECTSDN(CN('Zowe Service') O('Example') C('GB')) +
    WITHLABEL('&LABEL') NISTECC SIZE(256) +
    NOTAFTER(DATE(2026-03-01)) +
    ALTNAME(DOMAIN('&HOST') IP(10.1.1.2)) +
    SIGNWITH(CERTAUTH LABEL('&CALABEL'))
  RACDCERT ID(&USER) CONNECT(ID(&USER) LABEL('&LABEL') +
    RING(&RING) USAGE(PERSONAL) DEFAULT)
  RACDCERT ID(&USER) CONNECT(CERTAUTH LABEL('&CALABEL') +
    RING(&RING) USAGE(CERTAUTH))
/* z/OSMF is called by Zowe, so its CA belongs on the ring */
  RACDCERT ID(&USER) CONNECT(CERTAUTH LABEL('&ZMFCA') +
    RING(&RING) USAGE(CERTAUTH))
  RACDCERT ID(&USER) LISTRING(&RING)
/* The last command decides the condition code */
  PROFILE
$$
