echo begins
cat /none
