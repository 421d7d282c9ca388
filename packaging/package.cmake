# What is installed beside the program, and the Debian package that CPack makes of it.
# Must never name a host, or need a tool that only some builds have.

set(CMAKE_SKIP_INSTALL_RPATH ON)
set(packaging ${CMAKE_CURRENT_LIST_DIR})

install(FILES ${packaging}/loopflow.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${packaging}/loopflow.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${packaging}/loopflow.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME loopflow)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${packaging}/icons/loopflow.svg DESTINATION ${icons}/scalable/apps)
foreach(size 16 22 24 32 48 64 128 256 512)
    install(FILES ${packaging}/icons/${size}.png DESTINATION ${icons}/${size}x${size}/apps RENAME loopflow.png)
endforeach()
install(FILES ${packaging}/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# gzip -n leaves the time out, so that the same source gives the same package.
find_program(LOOPFLOW_GZIP gzip REQUIRED)
function(loopflow_install_compressed source name destination)
    set(compressed ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)
    execute_process(COMMAND ${LOOPFLOW_GZIP} -9nc ${source} OUTPUT_FILE ${compressed} COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${compressed} DESTINATION ${destination})
endfunction()
loopflow_install_compressed(${packaging}/loopflow.1 loopflow.1 ${CMAKE_INSTALL_MANDIR}/man1)
loopflow_install_compressed(${packaging}/debian/changelog changelog ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME loopflow)
set(CPACK_PACKAGE_VENDOR "The Loopflow authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop control panel that runs LLM mates on Discord")
set(CPACK_PACKAGE_DESCRIPTION
    "A mate is a name, a system prompt and a Discord bot. The team writes to it on
Discord, a language model answers, and the window shows every conversation
while the app is open: what people wrote, what the model was asked, how long
it took and what it cost.
.
Works with OpenAI-compatible models and Anthropic's, also with those that run
on one's own computer, and has a practice server to try it without an account,
a key or a network.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Loopflow authors <loopflow@users.noreply.github.com>")
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is opened while it runs, so that no tool sees it: the database's driver, pictures, the keychain, the roots of TLS.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager | keepassxc, fonts-noto-core, fonts-noto-color-emoji, qt6-wayland")
include(CPack)
