//KEYRING  PROC USER=IBMUSER
//*  Makes a ring, lets the caller fill it, and shows it; its name is the job's
//*  symbol RING
//NEW      EXEC PGM=IKJEFT01,
//             PARM='RACDCERT ID(&USER) ADDRING(&RING)'
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD DUMMY
//FILL     EXEC PGM=IKJEFT01,COND=(0,NE,NEW)
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD DUMMY
//         INCLUDE MEMBER=SHOWRING
//         PEND
