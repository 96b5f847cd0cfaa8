set -e
openssl genrsa -out "$1.key" 2048 && echo ok | cat > a.txt 2>&1
cat <<EOF
$HOME
EOF
