for f in *.pem; do cp -r "$f" /tmp; done; x=`ls`; (cd /a; ls) || exit 1
