/* REXX - templates and string functions (TSO/E REXX Reference, "Parsing", "Functions") */
line = 'Start Date: 2013/05/17 00:00:00'
parse var line 'Date: ' date ' ' time
say date time
parse value date with y '/' m '/' d
say y+0 m+0 d+0
parse var line 1 head 6 . ': ' tail
say head '|' tail
say translate('a.b.c', ' ', '.') space('a  b   c', 1) reverse('abc')
say substr('abcdef', 3, 2) right('7', 3, '0') left('ab', 4, '.') center('x', 3)
say x2d('FF') d2x(255) c2d('00'x) (bitand('0F'x, 'FF'x) == '0F'x)
say verify('12a', '0123456789') datatype('12') datatype('1x') abbrev('PRINT', 'PRI')
