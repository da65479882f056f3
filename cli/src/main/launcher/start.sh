# shellcheck shell=sh
# Starts the program. To be read by a launcher that has set
#   app       the folder with this file, archive.sh, tagsmith.jar, classes, help/, tables/, version and id
#   bundled   the Java that comes along, if one does
#   prepared  a folder with archives made at installation, if there is one
# Nothing here starts a process before Java: each costs as much as a fifth of the JVM. What needs no Java is answered without it.

# Sets home, version (comparable) and release (the exact build) to those of the Java installation $1, if it is one of 17 or newer.
look_at() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    full= runtime= implementor=
    while IFS== read -r name value; do
        case $name in
            JAVA_VERSION) full=$value ;;
            JAVA_RUNTIME_VERSION) runtime=$value ;;
            IMPLEMENTOR) implementor=$value ;;
            MODULES) break ;; # very long, and read byte by byte
        esac
    done <"$1/release"
    full=${full#\"} full=${full%\"} runtime=${runtime#\"} runtime=${runtime%\"}
    implementor=${implementor#\"} implementor=${implementor%\"}
    full=${full%%[!0-9.]*}
    major=${full%%.*} rest=${full#"$major"} rest=${rest#.}
    minor=${rest%%.*} patch=${rest#"$minor"} patch=${patch#.} patch=${patch%%.*}
    found=$((${major:-0} * 1000000 + ${minor:-0} * 1000 + ${patch:-0}))
    [ "$found" -ge 17000000 ] || return 1
}

choose() {
    home=$1 version=$found release=${runtime:-$full} vendor=$implementor
}

# The Java that comes along, else JAVA_HOME, else the newest installation, else the java of the PATH.
find_java() {
    home= version=0 release=
    if [ -n "${bundled:-}" ] && look_at "$bundled"; then
        choose "$bundled"
    elif [ -n "${JAVA_HOME:-}" ]; then
        if look_at "${JAVA_HOME%/}"; then
            choose "${JAVA_HOME%/}"
        elif [ -x "$JAVA_HOME/bin/java" ]; then
            home=${JAVA_HOME%/}
        else
            echo "tagsmith: there is no Java in JAVA_HOME, $JAVA_HOME; set it to one of 17 or newer" >&2
            exit 70
        fi
    else
        for place in /usr/lib/jvm/* /opt/java/* /usr/java/* "${HOME:-}"/.sdkman/candidates/java/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk; do
            if look_at "$place" && [ "$found" -gt "$version" ]; then choose "$place"; fi
        done
    fi
    if [ -n "$home" ]; then
        java=$home/bin/java
    else
        java=java
        command -v java >/dev/null 2>&1 || { echo "tagsmith: no Java 17 or newer found; set JAVA_HOME" >&2; exit 70; }
    fi
}

# Sets name to that of the archive for this build of the program and this build of Java, and place to the folder for this program.
name_archive() {
    read -r id <"$app/id"
    set -f
    saved=$IFS IFS=/
    # shellcheck disable=SC2086
    set -- $home
    IFS=-
    name=$id-$release$*
    IFS=/
    # shellcheck disable=SC2086
    set -- $app
    IFS=-
    place=tagsmith/archive${*}
    IFS=$saved
    set +f
    if [ "$version" -ge 24000000 ]; then name=$name.aot; else name=$name.jsa; fi
}

# Sets archive to one that fits, else has one made for the next time (TAGSMITH_ARCHIVE: "now" waits for it, "no" does without).
find_archive() {
    archive=
    [ "$version" -gt 0 ] && [ "${TAGSMITH_ARCHIVE:-}" != no ] || return 0
    name_archive
    if [ -n "${prepared:-}" ] && [ -f "$prepared/$name" ]; then
        archive=$prepared/$name
        return 0
    fi
    cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}/$place
    if [ "${TAGSMITH_ARCHIVE:-}" = now ]; then
        sh "$app/archive.sh" "$java" "$app" "$cache/$name" </dev/null >/dev/null 2>&1 || :
    fi
    if [ -f "$cache/$name" ]; then
        archive=$cache/$name
    elif [ ! -e "$cache/$name.failed" ]; then
        (trap '' HUP INT; exec nice sh "$app/archive.sh" "$java" "$app" "$cache/$name") </dev/null >/dev/null 2>&1 &
    fi
}

# Sets part to that of the program to which a command belongs, if it is one of those with an archive of their own.
find_part() {
    part= group=
    for word; do
        case $group$word in
            atr | explain | completion | 'classic acl') part=text ;;
            'classic show' | 'classic convert' | 'classic diff' | 'trace decode' | 'desfire sdm') part=file ;;
            classic | desfire | trace) group="$word " && continue ;;
            -*) continue ;;
        esac
        return 0
    done
}

start() {
    tty=
    for fd in 0 1 2; do
        if [ -t "$fd" ]; then tty=$tty$fd; fi
    done
    if [ -p /dev/stdout ]; then tty=${tty}p; fi
    find_part "$@"
    mapped=$archive
    if [ -n "$part" ] && [ -f "$archive.$part" ]; then mapped=$archive.$part; fi
    set -- "-Dtagsmith.tty=$tty" "-Dtagsmith.tables=$app/tables" -cp "$app/tagsmith.jar" io.github.tagsmith.cli.Main "$@"
    [ "$version" -lt 24000000 ] || set -- --enable-native-access=ALL-UNNAMED "$@"
    if [ -n "$archive" ]; then
        set -- "-Djffi.boot.library.path=$archive.jni" "$@"
        if [ "$version" -ge 24000000 ]; then
            set -- "-XX:AOTCache=$mapped" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining "$@"
        else
            set -- "-XX:SharedArchiveFile=$archive" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 "$@"
        fi
    fi
    # shellcheck disable=SC2086
    exec "$java" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -XX:+UseG1GC -XX:-UsePerfData \
        -Djnr.ffi.asm.enabled=false -Djdk.reflect.useNativeAccessorOnly=true -Dsun.reflect.inflationThreshold=2147483647 \
        "-Djava.util.logging.config.file=$app/none" \
        ${TAGSMITH_JAVA_OPTIONS:-} "$@"
}

# Shows the page of help that the build has written for these words, if they ask for one.
show_help() {
    [ "$#" -gt 0 ] || set -- --help
    page=$app/help/tagsmith
    while [ "$#" -gt 1 ]; do
        case $1 in '' | -* | *[!a-z0-9-]*) return 1 ;; esac
        page=$page/$1
        shift
    done
    case $1 in
        --help | -h) [ -f "$page.txt" ] && exec cat "$page.txt" ;;
    esac
    return 1
}

# Shows what the program would show, if only the version is asked for and the Java is known.
show_version() {
    [ "$*" = --version ] || [ "$*" = -V ] || return 1
    [ "$version" -gt 0 ] || return 1
    read -r number <"$app/version"
    echo "tagsmith $number"
    echo "Java $release ($vendor)"
    exec uname -srm
}

run() {
    show_help "$@" || :
    find_java
    show_version "$@" || :
    find_archive
    start "$@"
}
