/* REXX - conditions (TSO/E REXX Reference, "Conditions and condition traps") */
signal on error name failed
signal on failure name failed
call outtrap 'x.', 0
"LISTUSER NOBODYAT"
say 'not reached'
exit 1
failed:
call outtrap 'off'
say 'line' sigl 'ended with RC' rc
say condition('C')
signal on syntax name wrong
x = 'a' + 1
exit 2
wrong:
say 'error' rc 'is' errortext(rc)
exit 3
