//IZULOCAL JOB (ACCT),'RING FOR LOCALHOST',CLASS=A,MSGCLASS=H,
//             MSGLEVEL=(1,1),NOTIFY=&SYSUID
//*-------------------------------------------------------------------*
//* What a z/OSMF server needs to be reached as localhost: its user,  *
//* a CA, a certificate that the CA has signed, and a ring with both. *
//*-------------------------------------------------------------------*
//RING     EXEC PGM=IKJEFT01,DYNAMNBR=20
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 ADDUSER IZUSVR NOPASSWORD NAME('zOSMF Started Task')
 RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('zOSMF CA')) +
   WITHLABEL('zOSMFCA')
 RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) +
   WITHLABEL('Server') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) +
   ALTNAME(DOMAIN('localhost') IP(127.0.0.1))
 RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)
 RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zOSMFCA') +
   RING(IZUKeyring.IZUDFLT))
 RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') +
   RING(IZUKeyring.IZUDFLT) DEFAULT)
/*
