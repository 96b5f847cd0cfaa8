# Where an installation puts its files, relative to its prefix: CMAKE_INSTALL_LIBDIR and the like. On Debian and Ubuntu libraries are in the
# folder of the architecture, whatever the prefix is: there OpenSSL and p11-kit look for modules, and the loader looks in it.
if(CMAKE_LIBRARY_ARCHITECTURE AND EXISTS /etc/debian_version)
  set(CMAKE_INSTALL_LIBDIR lib/${CMAKE_LIBRARY_ARCHITECTURE} CACHE PATH "folder of the libraries in an installation")
endif()
include(GNUInstallDirs)
