/* REXX - loops and SELECT (TSO/E REXX Reference, "DO", "SELECT", "ITERATE", "LEAVE") */
do i = 1 to 10 by 3
  if i = 4 then iterate
  if i > 8 then leave
  say 'i' i
end
do 2
  say 'twice'
end
n = 0
do until n >= 2
  n = n + 1
end
do while n < 4; n = n + 1; end
say n
do forever
  n = n - 1
  select
    when n > 2 then nop
    when n = 2 then say 'two'
    otherwise leave
  end
end
say 'done' n
exit 12
