/* REXX - attributes of a data set (TSO/E REXX Reference, "LISTDSI") */
"ALLOC F(D1) DA(INFO.DATA) NEW RECFM(F B) LRECL(120) REUSE"
say listdsi('INFO.DATA') sysdsorg sysrecfm syslrecl
say sysdsname = userid()'.INFO.DATA'
say listdsi('D1' 'FILE') syslrecl
"FREE F(D1) DELETE"
say listdsi('INFO.DATA') sysreason
say sysmsglvl1
