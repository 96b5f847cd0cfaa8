# What an installation has besides the programs and libraries, and the Debian package. `cpack -G DEB` in build/release makes the package.
include(CMakePackageConfigHelpers)

if(TARGET ringside_datalib_shared OR TARGET ringside_gskcms_shared)
  install(DIRECTORY connectors/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
  set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/ringside)
  install(EXPORT ringside NAMESPACE ringside:: FILE ringside-config.cmake DESTINATION ${folder})
  write_basic_package_version_file(${CMAKE_BINARY_DIR}/ringside-config-version.cmake COMPATIBILITY SameMajorVersion)
  install(FILES ${CMAKE_BINARY_DIR}/ringside-config-version.cmake DESTINATION ${folder})
endif()
if(TARGET ringside_pkcs11_shared)
  # Programs that use p11-kit have the tokens; trust-policy: the certificates of a ring are no anchors of the whole machine.
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/ringside.module CONTENT "module: libringside-pkcs11.so\ntrust-policy: no\n" @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/ringside.module DESTINATION ${CMAKE_INSTALL_DATADIR}/p11-kit/modules)
endif()
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "the maintainers of Ringside <root@localhost>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)       # Depends: what the programs and libraries are linked with
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON) # the loader's cache is renewed, and packages that link our libraries depend on this one
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS graphviz)
include(CPack)
