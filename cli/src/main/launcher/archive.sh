#!/bin/sh
# Makes the archive that lets the program start fast: archive.sh JAVA APP FILE
# JAVA is the program to start Java with, APP the folder with tagsmith.jar, FILE the archive: *.jsa is a static class data
# archive (Java 17 to 23), *.aot an ahead-of-time cache (from 24 on). All classes of such a cache are made ready at every start:
# what needs no card has smaller ones, FILE.text and FILE.file. FILE appears in one move, after those and FILE.jni, a folder with
# the native part of jffi, which is unpacked at every start otherwise. Never more than one process makes it; where it cannot be
# made, FILE.failed says why, and nobody tries again before program or Java change.
set -eu

java=$1 app=$2 file=$3

mkdir -p "${file%/*}"
if command -v flock >/dev/null 2>&1; then
    exec 9>"$file.lock"
    flock -n 9 || exit 0
else
    mkdir "$file.lock" || exit 0
fi
work=
finish() {
    [ -z "$work" ] || rm -rf "$work"
    rm -rf "$file.lock"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
[ ! -f "$file" ] || exit 0
work=$(mktemp -d "$file.XXXXXX")
mkdir "$work/jni"

# The options that start.sh has as well: an archive fits no others.
options="-XX:TieredStopAtLevel=1 -XX:+UseG1GC"

# What a first user does, without a reader and without a trace on this system. $1 is a part of it, or nothing for all; the rest are
# options of Java.
rehearse() {
    part=$1
    shift
    # shellcheck disable=SC2086
    env -u JAVA_TOOL_OPTIONS HOME="$work" XDG_STATE_HOME="$work" XDG_CACHE_HOME="$work" PCSCLITE_CSOCK_NAME="$work/none" \
        "$java" $options "-Djffi.extract.dir=$work/jni" -Djffi.extract.name=libjffi-1.2 -Djnr.ffi.asm.enabled=false \
        -Djdk.reflect.useNativeAccessorOnly=true "-Dtagsmith.tables=$app/tables" \
        "-Djava.util.logging.config.file=$app/none" "$@" \
        -cp "$app/tagsmith.jar" io.github.tagsmith.cli.Rehearsal "$work" $part
}

# An ahead-of-time cache from the rehearsal of the part $1, or of all.
cache() {
    # shellcheck disable=SC2086
    rehearse "$1" -XX:AOTMode=record "-XX:AOTConfiguration=$work/list" &&
        "$java" $options -XX:AOTMode=create "-XX:AOTConfiguration=$work/list" "-XX:AOTCache=$work/archive${1:+.$1}" \
            -cp "$app/tagsmith.jar"
}

# shellcheck disable=SC2086
make() {
    case $file in
        *.aot)
            options="$options --enable-native-access=ALL-UNNAMED"
            cache "" && cache text && cache file
            ;;
        *)
            rehearse "" -Xshare:off "-XX:DumpLoadedClassList=$work/list" &&
                cat "$app/classes" >>"$work/list" &&
                "$java" $options -Xshare:dump "-XX:SharedClassListFile=$work/list" "-XX:SharedArchiveFile=$work/archive" \
                    -cp "$app/tagsmith.jar"
            ;;
    esac
}

if make >"$work/log" 2>&1 && [ -s "$work/archive" ]; then
    chmod 644 "$work/archive"
    rm -rf "$file.jni"
    mv "$work/jni" "$file.jni"
    for part in "$work"/archive.*; do
        [ -f "$part" ] || continue
        chmod 644 "$part"
        mv -f "$part" "$file.${part##*.}"
    done
    mv -f "$work/archive" "$file"
    # Of earlier builds of the program at this place.
    id=${file##*/} id=${id%%-*}
    for old in "${file%/*}"/*; do
        case ${old##*/} in
            "$id"-*) ;;
            *) rm -rf "$old" ;;
        esac
    done
else
    tail -n 20 "$work/log" >"$file.failed"
    exit 1
fi
