/* REXX - the data stack (TSO/E REXX Reference, "NEWSTACK", "MAKEBUF", "QUEUED") */
queue 'one'
queue 'two'
push 'zero'
say queued()
"NEWSTACK"
say queued()
queue 'other'
"DELSTACK"
parse pull line
say line
"MAKEBUF"
push 'in the buffer'
say queued()
"DROPBUF"
say queued()
do while queued() > 0
  pull line
  say line
end
