/* REXX - command output in variables (TSO/E REXX Reference, "OUTTRAP") */
x = outtrap('line.')
"RACDCERT ID(IBMUSER) ADDRING(TRAPRING)"
"RACDCERT ID(IBMUSER) LISTRING(TRAPRING)"
x = outtrap('off')
say 'rc' rc 'lines' line.0 > 2
do i = 1 to line.0
  if pos('TRAPRING', line.i) > 0 then say 'ring is there:' strip(line.i)
end
"RACDCERT ID(IBMUSER) DELRING(TRAPRING)"
exit rc
