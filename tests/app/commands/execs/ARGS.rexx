/* REXX - words of an argument (TSO/E REXX Reference, "PARSE", "ARG") */
parse arg first second rest
say 'first='first 'second='second 'rest='rest
parse upper arg whole
say whole
say arg() words(arg(1))
exit words(rest)
