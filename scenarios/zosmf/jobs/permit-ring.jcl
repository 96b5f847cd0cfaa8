//IZUPERM  JOB (ACCT),'RING ACCESS',CLASS=A,MSGCLASS=H,
//             MSGLEVEL=(1,1),NOTIFY=&SYSUID
//*-------------------------------------------------------------------*
//* Lets z/OSMF's user read its own key ring. The whole set-up job    *
//* does so in another section than the certificates.                *
//*-------------------------------------------------------------------*
//PERMIT   EXEC PGM=IKJEFT01,DYNAMNBR=20
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)
 PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(IZUSVR) ACCESS(READ)
 SETROPTS RACLIST(FACILITY) REFRESH
/*
