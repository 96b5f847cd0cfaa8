//IZUSEC   JOB (ACCT),'Z/OSMF SECURITY',CLASS=A,MSGCLASS=H,
//             MSGLEVEL=(1,1),NOTIFY=&SYSUID
//*-------------------------------------------------------------------*
//* The job of a secondary z/OSMF whose SAF prefix is MARS: its CA,   *
//* server certificate and key ring bear names of their own.          *
//*-------------------------------------------------------------------*
//USERS    EXEC PGM=IKJEFT01,DYNAMNBR=20
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 ADDGROUP IZUADMIN OMVS(GID(9003))
 ADDUSER IZUSVR DFLTGRP(IZUADMIN) NOPASSWORD +
   NAME('zOSMF Started Task') +
   OMVS(UID(9010) HOME('/global/zosmf/home/izusvr') PROGRAM('/bin/sh'))
/*
//CERTS    EXEC PGM=IKJEFT01,DYNAMNBR=20
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 /* Create the CA certificate for the z/OSMF server                  */
 RACDCERT CERTAUTH GENCERT +
   SUBJECTSDN(CN('z/OSMF CertAuth for Security Domain') +
   OU('MARS')) WITHLABEL('zOSMFCA')  +
   TRUST NOTAFTER(DATE(2023/05/17))
 RACDCERT ADDRING(IZUKeyring.MARS) ID(IZUSVR)
 /* Create the server certificate for the z/OSMF server              */
 RACDCERT ID( IZUSVR ) GENCERT SUBJECTSDN(CN('SYSY.POK.IBM.COM') +
   O('IBM') OU('MARS')) WITHLABEL('DefaultzOSMFCert.MARS') , +
   SIGNWITH(CERTAUTH LABEL('zOSMFCA')) NOTAFTER(DATE(2023/05/17))
 RACDCERT ALTER(LABEL('DefaultzOSMFCert.MARS')) ID(IZUSVR) TRUST
 RACDCERT ID( IZUSVR ) CONNECT (LABEL('DefaultzOSMFCert.MARS') +
   RING(IZUKeyring.MARS) DEFAULT)
 RACDCERT ID( IZUSVR ) CONNECT (LABEL('zOSMFCA') +
   RING(IZUKeyring.MARS) CERTAUTH)
/*
