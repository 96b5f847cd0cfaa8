//CONNECT  JOB (ACCT),'CONNECT',CLASS=A,MSGCLASS=X
//* What differs from site to site stands here, and nowhere else.
//         EXPORT SYMLIST=*
//         SET USER=ZMFSRV
//         SET PREFIX=ZMFPROD
//RUN      EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *,SYMBOLS=JCLONLY
  RACDCERT ID(&USER) CONNECT(CERTAUTH LABEL('Partner CA') +
    RING(IZUKeyring.&PREFIX))
/*
