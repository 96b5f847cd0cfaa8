// connectors/include/gskcms.h - the part of System SSL's certificate management services that programs call to read key
// rings and to take PKCS#12 packages apart.
//
// Names of functions, constants and fields are those of z/OS Cryptographic Services System SSL Programming, "CMS API
// reference", so that programs for z/OS compile unchanged; structures have only the fields that the functions here use,
// and values of constants are Ringside's own, except the status codes. Which lab, system and user a call works with
// comes from the environment: RINGSIDE_LAB, RINGSIDE_SYSTEM, RINGSIDE_USER. Link with -lringside-gskcms.
#ifndef RINGSIDE_GSKCMS_H
#define RINGSIDE_GSKCMS_H

#include <stdint.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t gsk_status;
typedef int32_t gsk_int32;
typedef uint32_t gsk_uint32;
typedef uint32_t gsk_size;

/// Octets. What a function returns in a buffer is allocated by malloc(); gsk_free_buffer() frees it.
typedef struct gsk_buffer {
  gsk_size length;
  void* data;
} gsk_buffer;

/// An open key ring.
typedef void* gsk_handle;

/// Status codes. 0 is success. All functions may also return CMSERR_NO_MEMORY, and CMSERR_IO_ERROR for an error inside
/// of Ringside.
#define CMSERR_NO_MEMORY 0x03353001          // no storage
#define CMSERR_ALG_NOT_SUPPORTED 0x03353003  // the algorithm is not known, or cannot be used here
#define CMSERR_IO_ERROR 0x03353007           // RACF does not answer: there is no lab, or it cannot be read
#define CMSERR_FILE_NOT_FOUND 0x03353009     // there is no such key ring
#define CMSERR_BAD_HANDLE 0x0335300C         // the handle is not that of an open ring
#define CMSERR_RECORD_NOT_FOUND 0x0335300E   // no certificate on the ring has this label
#define CMSERR_PW_INCORRECT 0x03353016       // the password is wrong or empty
#define CMSERR_ACCESS_DENIED 0x03353017      // the user may not read the ring
#define CMSERR_BAD_FILENAME 0x03353019       // the name is not that of a key ring
#define CMSERR_NO_PRIVATE_KEY 0x0335301A     // no private key, or none that the user may have, or it is in ICSF
#define CMSERR_BAD_LABEL 0x0335301B          // the label is empty
#define CMSERR_BAD_BASE64_ENCODING 0x0335301F
#define CMSERR_BAD_ENCODING 0x03353020       // not of a form that the function reads
#define CMSERR_FMT_NOT_SUPPORTED 0x03353028  // the function does not write this form

/// Forms of an exported certificate or key. Base64 has header and footer lines.
typedef enum gskdb_export_format {
  gskdb_export_der_binary = 1,
  gskdb_export_der_base64 = 2,
  gskdb_export_pkcs7_binary = 3,
  gskdb_export_pkcs7_base64 = 4,
  gskdb_export_pkcs12v1_binary = 5,  // not written
  gskdb_export_pkcs12v1_base64 = 6,  // not written
  gskdb_export_pkcs12v3_binary = 7,
  gskdb_export_pkcs12v3_base64 = 8
} gskdb_export_format;

/// The encryption of a PKCS#12 package.
typedef enum x509_algorithm_type {
  x509_alg_unknown = 0,
  x509_alg_pbeWithSha1And40BitRc2Cbc = 1,
  x509_alg_pbeWithSha1And128BitRc2Cbc = 2,
  x509_alg_pbeWithSha1And40BitRc4 = 3,
  x509_alg_pbeWithSha1And128BitRc4 = 4,
  x509_alg_pbeWithSha1And3DesCbc = 5
} x509_algorithm_type;

/// A moment in UTC: year from 1900, month from 0, day, hour, minute, second. The other fields are 0.
typedef struct tm gsk_timeval;

typedef struct x509_validity {
  gsk_timeval notBefore;
  gsk_timeval notAfter;
} x509_validity;

typedef struct x509_tbs_certificate {
  gsk_buffer serialNumber;  // content octets of the INTEGER
  x509_validity validity;
} x509_tbs_certificate;

typedef struct x509_certificate {
  x509_tbs_certificate tbsCertificate;
  gsk_buffer derCertificate;  // the whole certificate; a field of Ringside's own
} x509_certificate;

typedef x509_certificate pkcs_certificate;

typedef struct pkcs_certificates {
  gsk_uint32 count;
  pkcs_certificate* certificates;
} pkcs_certificates;

typedef struct pkcs_private_key_info {
  gsk_buffer derPrivateKeyInfo;  // PKCS#8 in clear; a field of Ringside's own
} pkcs_private_key_info;

typedef struct pkcs_cert_key {
  pkcs_certificate certificate;
  pkcs_private_key_info privateKey;  // empty if the package has no key
} pkcs_cert_key;

/// Reads all certificates of a ring that are not NOTRUST, with those private keys that the user may have. `name` is
/// "OWNER/RING", or "RING" for a ring of the user. Sets the handle and the number of certificates, which is 0 for an
/// empty ring. Fails with CMSERR_BAD_FILENAME, CMSERR_FILE_NOT_FOUND, CMSERR_ACCESS_DENIED or CMSERR_IO_ERROR.
gsk_status gsk_open_keyring(const char* name, gsk_handle* handle, int* num_records);

/// Forgets an open ring and sets the handle to NULL. Fails with CMSERR_BAD_HANDLE.
gsk_status gsk_close_database(gsk_handle* handle);

/// Returns the certificate with this label; with PKCS#7, its issuers on the ring as well. Fails with CMSERR_BAD_HANDLE,
/// CMSERR_BAD_LABEL, CMSERR_RECORD_NOT_FOUND or CMSERR_FMT_NOT_SUPPORTED. `stream` is empty then.
gsk_status gsk_export_certificate(gsk_handle handle, const char* label, gskdb_export_format format, gsk_buffer* stream);

/// Returns a PKCS#12 package of the certificate with this label, its private key, and its issuers on the ring.
/// Certificates and key are encrypted by `algorithm`. Fails as gsk_export_certificate() does, and with
/// CMSERR_NO_PRIVATE_KEY, CMSERR_PW_INCORRECT for an empty password, or CMSERR_ALG_NOT_SUPPORTED.
gsk_status gsk_export_key(gsk_handle handle, const char* label, gskdb_export_format format,
                          x509_algorithm_type algorithm, const char* password, gsk_buffer* stream);

/// Returns the octets in Base64: lines of 64 characters, each ended by a line feed, the last one too. No header lines.
gsk_status gsk_encode_base64(gsk_buffer* input, gsk_buffer* output);

/// Reads a PKCS#12 package in DER or Base64: the certificate of its key, or its first one if it has no key, and all
/// other certificates. Fails with CMSERR_PW_INCORRECT, CMSERR_BAD_ENCODING or CMSERR_ALG_NOT_SUPPORTED; the structures
/// are empty then.
gsk_status gsk_decode_import_key(gsk_buffer* stream, const char* password, pkcs_cert_key* subject_certificate,
                                 pkcs_certificates* issuer_certificates);

/// Returns the PKCS#8 of a key. Fails with CMSERR_NO_PRIVATE_KEY if there is none; `stream` is empty then.
gsk_status gsk_encode_private_key(pkcs_private_key_info* private_key_info, gsk_buffer* stream);

/// Returns a certificate; with PKCS#7, its issuers as well. Fails with CMSERR_BAD_ENCODING if the structure is empty,
/// or with CMSERR_FMT_NOT_SUPPORTED; `stream` is empty then.
gsk_status gsk_encode_export_certificate(pkcs_certificate* subject_certificate, pkcs_certificates* issuer_certificates,
                                         gskdb_export_format format, gsk_buffer* stream);

/// Reads a certificate in DER. Fails with CMSERR_BAD_ENCODING; the structure is empty then.
gsk_status gsk_decode_certificate(gsk_buffer* stream, x509_certificate* certificate);

/// Free what is in a structure, and empty it. The structure itself is the caller's.
void gsk_free_buffer(gsk_buffer* buffer);
void gsk_free_certificate(x509_certificate* certificate);
void gsk_free_certificates(pkcs_certificates* certificates);
void gsk_free_private_key_info(pkcs_private_key_info* private_key_info);

#ifdef __cplusplus
}
#endif

#endif
