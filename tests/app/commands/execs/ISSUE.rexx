/* REXX - a CA and two certificates, then a look at them (TSO/E REXX User's Guide, "Issuing TSO/E commands") */
address tso
names = 'WEB MQ'
"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Exec CA')) WITHLABEL('Exec CA') SIZE(2048)"
if rc > 4 then exit rc
do n = 1 to words(names)
  name = word(names, n)
  "RACDCERT ID(IBMUSER) GENCERT SUBJECTSDN(CN('"name".EXAMPLE.COM')) WITHLABEL('"name"')",
    "SIGNWITH(CERTAUTH LABEL('Exec CA')) SIZE(2048)"
  if rc <> 0 then say name 'was not made'
end
call outtrap 'list.'
"RACDCERT ID(IBMUSER) LIST(LABEL('WEB'))"
call outtrap 'off'
do i = 1 to list.0
  parse var list.i 'Status: ' status
  if status <> '' then say 'WEB is' strip(status)
end
"RACDCERT ID(IBMUSER) DELETE(LABEL('WEB'))"
"RACDCERT ID(IBMUSER) DELETE(LABEL('MQ'))"
"RACDCERT CERTAUTH DELETE(LABEL('Exec CA'))"
exit 0
