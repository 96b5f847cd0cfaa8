//CONNECT  JOB (ACCT),'CONNECT',CLASS=A,MSGCLASS=X
//* A site's job, written where the prefix is the product's default.
//RUN      EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
  RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('Partner CA') +
    RING(IZUKeyring.IZUDFLT))
/*
