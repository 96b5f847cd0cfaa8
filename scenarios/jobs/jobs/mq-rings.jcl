//MQTLS    JOB (ACCT),'QUEUE MANAGER TLS',CLASS=A,NOTIFY=&SYSUID        00000100
//*  A certificate authority, a queue manager and a client, each with   00000200
//*  a key ring; written in lower case, as many are.                    00000300
//CERTS    EXEC PGM=IKJEFT01                                            00000400
//SYSTSPRT DD SYSOUT=*                                                  00000500
//SYSTSIN  DD *                                                         00000600
 /* The authority that signs for all of them                            00000700
 racdcert certauth gencert subjectsdn(cn('MQ Workshop CA') -            00000800
   ou('messaging') o('Example')) withlabel('MQ CA') -                   00000900
   keyusage(certsign) notafter(date(2033/12/31)                         00001000
                                                                        00001100
 /* The queue manager                                                   00001200
 racdcert id(QM1USER) gencert subjectsdn(cn('QM1') o('Example') -       00001300
   c('US')) withlabel('ibmWebSphereMQQM1') size(2048) -                 00001400
   signwith(certauth label('MQ CA')) notafter(date(2032/12/31)          00001500
 racdcert id(QM1USER) addring(QM1.Ring)                                 00001600
 racdcert id(QM1USER) connect(ring(QM1.Ring) -                          00001700
   label('ibmWebSphereMQQM1') default                                   00001800
 racdcert id(QM1USER) connect(ring(QM1.Ring) -                          00001900
   label('MQ CA') certauth usage(certauth                               00002000
                                                                        00002100
 /* The client                                                          00002200
 racdcert id(MQCLNT) gencert subjectsdn(cn('MQCLNT') -                  00002300
   o('Example')) -                                                      00002400
   withlabel('ibmWebSphereMQmqclnt') signwith(certauth -                00002500
   label('MQ CA')) notafter(date(2032/12/31)                            00002600
 racdcert id(MQCLNT) addring(Client.Ring)                               00002700
 racdcert id(MQCLNT) connect(ring(Client.Ring) -                        00002800
   label('ibmWebSphereMQmqclnt') default                                00002900
 racdcert id(MQCLNT) connect(ring(Client.Ring) -                        00003000
   label('MQ CA') certauth                                              00003100
 setropts raclist(digtcert digtring) refr                               00003200
//SHOW     EXEC PGM=IKJEFT01,COND=(0,NE)                                00003300
//SYSTSPRT DD SYSOUT=*                                                  00003400
//SYSTSIN  DD *                                                         00003500
 racdcert listring(QM1.Ring) id(QM1USER)                                00003600
 racdcert listring(Client.Ring) id(MQCLNT)                              00003700
 racdcert certauth list(label('MQ CA'                                   00003800
