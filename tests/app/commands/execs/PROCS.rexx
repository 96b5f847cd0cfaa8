/* REXX - procedures, EXPOSE and recursion (TSO/E REXX Reference, "PROCEDURE") */
total = 0
call add 3
call add 4
say 'total' total
say 'factorial' fact(6)
exit total

add: procedure expose total
  parse arg n
  total = total + n
  hidden = 'x'
  return

fact: procedure
  arg n
  if n <= 1 then return 1
  return n * fact(n - 1)
