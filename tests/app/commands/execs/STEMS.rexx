/* REXX - stems and compound variables (TSO/E REXX User's Guide, "Using compound variables and stems") */
count. = 0
list = 'RSA DSA RSA ECC RSA'
do n = 1 to words(list)
  kind = word(list, n)
  count.kind = count.kind + 1
end
say count.rsa count.dsa count.ecc count.none
drop count.
say symbol('COUNT.RSA')
