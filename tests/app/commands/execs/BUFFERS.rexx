/* REXX - buffers and stacks (TSO/E REXX Reference, "MAKEBUF", "DROPBUF", "QBUF", "QELEM", "QSTACK", "NEWSTACK") */
"QBUF"; say 'buffers' rc
"MAKEBUF"; say 'made' rc
queue 'a'; queue 'b'
"MAKEBUF"; say 'made' rc
push 'c'
"QELEM"; say 'in the buffer' rc 'in all' queued()
"QBUF"; say 'buffers' rc
"DROPBUF 1"; say 'dropped' rc 'left' queued()
"DROPBUF 7"; say 'no such buffer' rc
queue 'kept'
"NEWSTACK"
"QSTACK"; say 'stacks' rc queued()
"MAKEBUF"; say 'first of this stack' rc
"DELSTACK"
"QSTACK"; say 'stacks' rc queued()
parse pull line; say line
queue 'x'
"DROPBUF 0"; say rc queued()
