# One place for warnings and the include root: every target of ours links it.
add_library(accueil_options INTERFACE)
target_include_directories(accueil_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(accueil_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast -Wuseless-cast -Wextra-semi -Wimplicit-fallthrough)
if(ACCUEIL_WERROR)
    target_compile_options(accueil_options INTERFACE -Werror)
endif()

# accueil_core(NAME dep... SOURCES file...): one domain of core.
function(accueil_core name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
    add_library(accueil_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(accueil_${name} PUBLIC accueil_options ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
endfunction()
