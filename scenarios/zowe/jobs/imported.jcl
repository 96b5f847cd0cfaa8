//ZWKRING3 JOB (ACCT),'RING, PKCS12',CLASS=A,MSGCLASS=X
//*
//* A key ring for Zowe's server user, with a certificate, its key and
//* its CA from a PKCS#12 in a data set.
//         EXPORT SYMLIST=*
//         SET USER=ZWESVUSR
//         SET RING='ZoweKeyring'
//         SET LABEL='localhost'
//         SET P12='ZOWE.CERT.P12'
//RUN      EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *,SYMBOLS=JCLONLY
  RACDCERT ID(&USER) ADD('&P12') WITHLABEL('&LABEL') +
    PASSWORD('secret1') TRUST
  RACDCERT ID(&USER) ADDRING(&RING)
  RACDCERT ID(&USER) CONNECT(ID(&USER) LABEL('&LABEL') +
    RING(&RING) USAGE(PERSONAL) DEFAULT)
/*
