/* REXX - RC decides what follows (TSO/E REXX User's Guide, "Using variable RC") */
call outtrap 'none.', 0
"RACDCERT ID(IBMUSER) LISTRING(NOTTHERE)"
call outtrap 'off'
if rc <> 0 then do
  say 'no ring, RC' rc
  "RACDCERT ID(IBMUSER) ADDRING(NOTTHERE)"
  if rc = 0 then say 'made'
end
else say 'was there'
"NOSUCHCM"
say 'RC of a command that is not there:' rc
"RACDCERT ID(IBMUSER) DELRING(NOTTHERE)"
exit 4
