//IZUUSER  JOB (ACCT),'Z/OSMF USER',CLASS=A,MSGCLASS=H,
//             MSGLEVEL=(1,1),NOTIFY=&SYSUID
//*-------------------------------------------------------------------*
//* z/OSMF's user and an empty key ring, for a secondary instance     *
//* that does not run the certificate commands of IZUSEC.             *
//*-------------------------------------------------------------------*
//USERS    EXEC PGM=IKJEFT01,DYNAMNBR=20
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 ADDGROUP IZUADMIN OMVS(GID(9003))
 ADDUSER IZUSVR DFLTGRP(IZUADMIN) NOPASSWORD +
   NAME('zOSMF Started Task') +
   OMVS(UID(9010) HOME('/global/zosmf/home/izusvr') PROGRAM('/bin/sh'))
 RACDCERT ADDRING(IZUKeyring.IZUDFLT) ID(IZUSVR)
/*
