# Every outside package, found once. Debian's names stand in installer/packages.txt.
find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(date REQUIRED)
find_package(spdlog REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS locale unit_test_framework)
find_package(Gettext REQUIRED)
find_package(Poco REQUIRED COMPONENTS Foundation Net NetSSL Util Crypto)

pkg_check_modules(MARIADB REQUIRED IMPORTED_TARGET libmariadb)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(ICAL REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-glib)
pkg_check_modules(GTK REQUIRED IMPORTED_TARGET gtk+-3.0 x11)
pkg_check_modules(SDL2 REQUIRED IMPORTED_TARGET sdl2)
pkg_check_modules(ESPEAK REQUIRED IMPORTED_TARGET espeak-ng)
pkg_check_modules(FCGI REQUIRED IMPORTED_TARGET fcgi++ fcgi)

# Debian ships SOCI without a CMake package that fits every layout: name the two libraries.
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_MYSQL soci_mysql REQUIRED)
find_path(SOCI_INCLUDE soci/soci.h REQUIRED)
add_library(accueil_soci INTERFACE)
target_include_directories(accueil_soci SYSTEM INTERFACE ${SOCI_INCLUDE})
target_link_libraries(accueil_soci INTERFACE ${SOCI_MYSQL} ${SOCI_CORE} PkgConfig::MARIADB)

find_library(CUPS_LIBRARY cups REQUIRED)
add_library(accueil_cups INTERFACE)
target_link_libraries(accueil_cups INTERFACE ${CUPS_LIBRARY})

# wx stays out of every target that does not ask for it: core must not see it.
find_package(wxWidgets 3.2 REQUIRED COMPONENTS core base)
add_library(accueil_wx INTERFACE)
target_include_directories(accueil_wx SYSTEM INTERFACE ${wxWidgets_INCLUDE_DIRS})
target_compile_definitions(accueil_wx INTERFACE ${wxWidgets_DEFINITIONS} wxNO_IMPLICIT_WXSTRING_ENCODING)
target_compile_options(accueil_wx INTERFACE ${wxWidgets_CXX_FLAGS})
target_link_libraries(accueil_wx INTERFACE ${wxWidgets_LIBRARIES})

find_library(CSV_LIBRARY csv REQUIRED)
add_library(accueil_csv INTERFACE)
target_link_libraries(accueil_csv INTERFACE ${CSV_LIBRARY})

# No CMake package either; its headers and protobuf's lie where the compiler looks.
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
find_path(PHONENUMBER_INCLUDE phonenumbers/phonenumberutil.h REQUIRED)
add_library(accueil_phonenumber INTERFACE)
target_include_directories(accueil_phonenumber SYSTEM INTERFACE ${PHONENUMBER_INCLUDE})
target_link_libraries(accueil_phonenumber INTERFACE ${PHONENUMBER_LIBRARY})
