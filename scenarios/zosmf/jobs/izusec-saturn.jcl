//IZUSEC   JOB (ACCT),'Z/OSMF SECURITY',CLASS=A,MSGCLASS=H,
//             MSGLEVEL=(1,1),NOTIFY=&SYSUID
//*-------------------------------------------------------------------*
//* The job of a secondary z/OSMF whose SAF prefix is SATURN: its CA, *
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
   OU('SATURN')) WITHLABEL('zOSMFCA')  +
   TRUST NOTAFTER(DATE(2023/05/17))
 RACDCERT ADDRING(IZUKeyring.SATURN) ID(IZUSVR)
 /* Create the server certificate for the z/OSMF server              */
 RACDCERT ID( IZUSVR ) GENCERT SUBJECTSDN(CN('SYSX.POK.IBM.COM') +
   O('IBM') OU('SATURN')) WITHLABEL('DefaultzOSMFCert.SATURN') , +
   SIGNWITH(CERTAUTH LABEL('zOSMFCA')) NOTAFTER(DATE(2023/05/17))
 RACDCERT ALTER(LABEL('DefaultzOSMFCert.SATURN')) ID(IZUSVR) TRUST
 RACDCERT ID( IZUSVR ) CONNECT (LABEL('DefaultzOSMFCert.SATURN') +
   RING(IZUKeyring.SATURN) DEFAULT)
 RACDCERT ID( IZUSVR ) CONNECT (LABEL('zOSMFCA') +
   RING(IZUKeyring.SATURN) CERTAUTH)
/*
