// tests/connectors/gskcms/ring_of_server.hpp - the ring that tests of certificate management services open.
#pragma once

#include <string>

#include <gskcms.h>

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "tests/support/lab_on_disk.hpp"

namespace ringside::test_support {

/// What an exported function returns, freed at the end.
class Buffer {
 public:
  Buffer() = default;
  ~Buffer() { gsk_free_buffer(&buffer_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  gsk_buffer* get() { return &buffer_; }
  [[nodiscard]] std::string text() const {
    return buffer_.data == nullptr ? "" : std::string(static_cast<const char*>(buffer_.data), buffer_.length);
  }
  [[nodiscard]] base::Bytes bytes() const { return base::to_bytes(text()); }

 private:
  gsk_buffer buffer_{0, nullptr};
};

/// SERVER, who runs the program, owns Ring.One: a certificate of SERVER with its key, its CA, a certificate of OTHER,
/// and one with status NOTRUST.
class RingOfServer : public testing::Test {
 protected:
  void SetUp() override;

  /// Opens a ring, which must succeed.
  gsk_handle open(const char* name, int* count = nullptr) const;
  /// The status of opening a ring that cannot be opened.
  gsk_status status_of_opening(const char* name) const;
  /// The DER of a certificate of the lab.
  base::Bytes der_of(const std::string& owner, const std::string& label);

  LabOnDisk lab;

 private:
  EnvironmentOf environment_{
      {{"RINGSIDE_LAB", lab.path()}, {"RINGSIDE_SYSTEM", ""}, {"RINGSIDE_USER", "SERVER"}, {"RINGSIDE_LENIENT", ""}}};
};

}  // namespace ringside::test_support
