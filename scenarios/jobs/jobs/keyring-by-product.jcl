//KEYRING  JOB ,'GATEWAY KEY RING',CLASS=A,MSGCLASS=H,NOTIFY=&SYSUID
//*  One job for three security products. PRODUCT says which block of
//*  commands SYSTSIN becomes; OPTION says where the server's
//*  certificate comes from: 1 made here, 2 one that is there already.
//         JCLLIB ORDER=SITE.PROCLIB
//         EXPORT SYMLIST=*
//         SET PRODUCT=RACF     * RACF, ACF2 or TSS
//         SET OPTION=1         * 1 or 2
//         SET OWNER=GATEUSR
//         SET RING='Gateway.Ring'
//         SET CALABEL='Gateway CA'
//         SET LABEL='Gateway server'
//         SET HOST='gate.example.com'
//         SET ORG='Example & Sons'
//         SET UNTIL='2033-12-31'
//         SET NOTHING=
//*
//*  The certificates, by the product's own commands
//MAKE     IF (&OPTION EQ 1) THEN
//RUN      EXEC PGM=IKJEFT01,REGION=0M
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD DDNAME=&PRODUCT
//RACF     DD DATA,DLM=$$,SYMBOLS=JCLONLY
/* An authority of the site's own                                    */
  RACDCERT GENCERT CERTAUTH +
           SUBJECTSDN(CN('&CALABEL.') +
                      OU('Security') O('&ORG')) +
           WITHLABEL('&CALABEL') NOTAFTER(DATE(&UNTIL.)) +
           KEYUSAGE(CERTSIGN)

/* and the server's certificate                                      */
  RACDCERT GENCERT ID(&OWNER.) +
           SUBJECTSDN(CN('&HOST') O('&ORG')) +
           WITHLABEL('&LABEL') NOTAFTER(DATE(&UNTIL)) +
           ALTNAME(DOMAIN('&HOST&NOTHING')) +
           SIGNWITH(CERTAUTH LABEL('&CALABEL'))
  PROFILE
$$
//ACF2     DD DATA,DLM=$$,SYMBOLS=JCLONLY
ACF
  GENCERT CERTAUTH.GATECA LABEL(&CALABEL) -
    SUBJSDN(CN='&CALABEL' O='&ORG')
END
$$
//TSS      DD DATA,DLM=$$,SYMBOLS=JCLONLY
  TSS GENCERT(CERTAUTH) DIGICERT(GATECA) +
      SUBJECTN('CN="&CALABEL" O="&ORG"')
$$
//         ELSE
//RUN      EXEC PGM=IKJEFT01,REGION=0M
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD DDNAME=&PRODUCT
//RACF     DD DATA,DLM=$$,SYMBOLS=JCLONLY
  RACDCERT ID(&OWNER) LIST(LABEL('&LABEL'))
$$
//         ENDIF
//*
//*  The ring: a procedure of the site
//RINGS    EXEC KEYRING,USER=&OWNER
//FILL.SYSTSIN DD *,SYMBOLS=JCLONLY
 RACDCERT ID(&OWNER) CONNECT(LABEL('&LABEL') +
   RING(&RING) DEFAULT)
 RACDCERT ID(&OWNER) CONNECT(CERTAUTH LABEL('&CALABEL') +
   RING(&RING) USAGE(CERTAUTH))
/*
//*
//FAILED   IF (RINGS.FILL.RC > 0 | ABEND) THEN
//TELL     EXEC PGM=IEFBR14
//         ENDIF
