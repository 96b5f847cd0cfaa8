/* REXX - what the session is (TSO/E REXX Reference, "SYSVAR", "MVSVAR", "USERID") */
say userid() sysvar('SYSUID') sysvar('SYSPREF')
say (mvsvar('SYSNAME') <> '') sysvar('SYSRACF') sysvar('SYSISPF')
say sysdsn("'NO.SUCH.DATA'")
say sysdsn("'NO..DATA'")
say msg('OFF') msg('ON') msg()
say prompt()
