//IZURENEW JOB (ACCT),'RENEWAL FOR LOCALHOST',CLASS=A,MSGCLASS=H,
//             MSGLEVEL=(1,1),NOTIFY=&SYSUID
//*-------------------------------------------------------------------*
//* A new certificate with a new key for the server that LOCALHOST    *
//* has set up: its next connection shows it.                         *
//*-------------------------------------------------------------------*
//RENEW    EXEC PGM=IKJEFT01,DYNAMNBR=20
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 RACDCERT ID(IZUSVR) GENCERT +
   SUBJECTSDN(CN('localhost') OU('Renewed')) +
   WITHLABEL('Server 2') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) +
   ALTNAME(DOMAIN('localhost') IP(127.0.0.1))
 RACDCERT ID(IZUSVR) CONNECT(LABEL('Server 2') +
   RING(IZUKeyring.IZUDFLT) DEFAULT)
 RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)
/*
