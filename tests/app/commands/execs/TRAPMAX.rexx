/* REXX - OUTTRAP with a limit and lines to skip (TSO/E REXX Reference, "OUTTRAP") */
say outtrap()
say outtrap('v.', 2, 'NOCONCAT', 1)
"LISTUSER IBMUSER"
say v.0 v.max v.con v.skipped (v.trapped > 3)
say word(v.1, 1)
call outtrap 'off'
say outtrap()
