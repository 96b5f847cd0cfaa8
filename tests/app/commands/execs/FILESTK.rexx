/* REXX - records over the stack (TSO/E REXX Reference, "EXECIO") */
"ALLOC F(D1) DA(STACK.DATA) NEW REUSE"
queue 'alpha'
queue 'beta'
queue ''
"EXECIO * DISKW D1 (FINIS"
say 'wrote' rc queued()
"EXECIO 1 DISKR D1"
parse pull a
"EXECIO 1 DISKR D1"
parse pull b
"EXECIO 1 DISKR D1 (FINIS"
say strip(a) strip(b) 'end' rc
"EXECIO * DISKR NOTHERE (STEM X."
say 'missing' rc
"FREE F(D1) DELETE"
