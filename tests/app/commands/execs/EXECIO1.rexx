/* REXX - write and read a data set (TSO/E REXX Reference, "EXECIO") */
"ALLOCATE FILE(OUTDD) DATASET(EXEC.DATA) NEW REUSE"
say 'allocate' rc
out.1 = 'first line'
out.2 = 'second line'
out.3 = 'third line'
"EXECIO 3 DISKW OUTDD (STEM out. FINIS"
say 'write' rc
"EXECIO * DISKR OUTDD (STEM in. FINIS"
say 'read' rc in.0
do n = 1 to in.0
  say n strip(in.n)
end
"EXECIO 5 DISKR OUTDD 2 (STEM few. FINIS"
say 'short' rc few.0 strip(few.1)
"FREE FILE(OUTDD) DELETE"
say sysdsn('EXEC.DATA')
