# shellcheck shell=sh
# Sets epoch, the time of every file in a package, and version, that of the program. To be read where root is set.
stamp=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$root/pom.xml" | head -n 1)
epoch=${SOURCE_DATE_EPOCH:-$(date -u -d "$stamp" +%s)}
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | head -n 1)
# read by who reads this file
: "$epoch" "$version"
