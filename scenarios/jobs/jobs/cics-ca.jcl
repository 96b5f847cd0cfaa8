//CICSTLS  JOB (ACCT),'CICS TLS',CLASS=A,MSGCLASS=H,NOTIFY=&SYSUID
/*JOBPARM S=CICSSYS
//*  A certificate authority from elsewhere becomes the one of a CICS
//*  region. What an earlier run left is cleaned up first.
//CLEAN    EXEC PGM=IDCAMS
//SYSPRINT DD SYSOUT=*
//SYSIN    DD *
  DELETE USER1.CICSCA.PEM NONVSAM PURGE
  IF LASTCC = 8 THEN -
     SET MAXCC = 0
  /* the second data set is an old one's name                      */
  DELETE USER1.CICSCA.OLD NVSAM
  IF MAXCC LE 8 THEN SET MAXCC=0
/*
//LOAD     EXEC PGM=IEBGENER,COND=(0,NE)
//SYSPRINT DD SYSOUT=*
//SYSIN    DD DUMMY
//SYSUT1   DD DISP=SHR,DSN=TRANSFER.CA.B64
//SYSUT2   DD DSN=USER1.CICSCA.PEM,DISP=(NEW,CATLG,DELETE),
//            SPACE=(TRK,(1,1)),UNIT=SYSDA,
//            DCB=(RECFM=VB,LRECL=84,BLKSIZE=0)
//RACDCERT EXEC PGM=IKJEFT01,COND=(4,LT)
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 racdcert CERTAUTH withlabel('CICS CA') -
   add('USER1.CICSCA.PEM') trust
 racdcert addring(CICS.KeyRing) id(CICSUSER)
 racdcert id(CICSUSER) connect(ring(CICS.KeyRing) +
   label('CICS CA') certauth)
 RACDCERT ID(CICSUSER) GENCERT SUBJECTSDN( -
   CN('cics.example.com')       -
   OU('REGION A') O('Example')  -
   ) -
   WITHLABEL('CICS Server')+
   ALTNAME(DOMAIN('cics.example.com')IP(10.1.1.2))
 racdcert id(CICSUSER) connect(ring(CICS.KeyRing) +
   label('CICS Server') default
 setropts raclist(digtcert,digtring) refresh
 racdcert listring(CICS.KeyRing) id(CICSUSER)
 END
 racdcert id(CICSUSER) delring(CICS.KeyRing)
/*
/*
//
