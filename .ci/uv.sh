# For the scripts beside this one: a folder for all they make, $work, which goes when they end, and in it
# uv. uv does not read where pip gets packages from, and whom it trusts, so that it is told here.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/uv"
"$work/uv/bin/pip" install --quiet uv

settings=$("$work/uv/bin/pip" config list) # those from the environment come first, and count
setting() { sed -n "s/^[^.]*\.$1='\(.*\)'$/\1/p" <<<"$settings" | sed -n 1p; }
index=$(setting index-url)
[ -z "$index" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"
certificates=$(setting cert)
[ -z "$certificates" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$certificates}"
export UV_CACHE_DIR="$work/cache" UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never
uv() { "$work/uv/bin/uv" "$@"; }
