// connectors/include/ringside/irrsdl.h - the callable service R_datalib for programs in C and C++: entry points,
// parameter lists and values.
//
// The layouts are those of 64-bit callers (z/OS Security Server RACF Callable Services, "R_datalib (IRRSDL00 or
// IRRSDL64)"). Structures are packed: a field may stand at any address. Which lab, system and user a call works with
// comes from the environment: RINGSIDE_LAB, RINGSIDE_SYSTEM, RINGSIDE_USER. Link with -lringside-datalib.
#ifndef RINGSIDE_IRRSDL_H
#define RINGSIDE_IRRSDL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads or changes key rings and certificates. All parameters are addresses.
/// num_parms: 14. work_area: 1024 octets, which are not used. The three ALETs are not read, so that their values may
/// stand in place of their addresses. saf_rc, racf_rc, racf_rsn: the answer. function_code: one octet, IRRSDL_DATA_GET_
/// FIRST and so on. attributes: a sum of the attributes of the function. racf_userid: one octet with the length, 0 to
/// 8, and the user ID of the ring's owner. ring_name: one octet with the length, 0 to 237, and the name.
/// parm_list_version: 0, or 1 for the first two functions. parmlist: the structure of the function; NULL for functions
/// that have none. Where a structure holds an address, it holds the address of an area of the caller.
/// Several threads may call. A program that forks may call in both processes; the child begins without open queries.
void IRRSDL64(int* num_parms, void* work_area, int* saf_rc_alet, int* saf_rc, int* racf_rc_alet, int* racf_rc,
              int* racf_rsn_alet, int* racf_rsn, char* function_code, int* attributes, char* racf_userid,
              char* ring_name, int* parm_list_version, void* parmlist);

/// The same function under the name of 31-bit programs. It takes the same layouts.
void IRRSDL00(int* num_parms, void* work_area, int* saf_rc_alet, int* saf_rc, int* racf_rc_alet, int* racf_rc,
              int* racf_rsn_alet, int* racf_rsn, char* function_code, int* attributes, char* racf_userid,
              char* ring_name, int* parm_list_version, void* parmlist);

/// The code page of all text: user IDs, ring names, labels, record IDs.
enum { RINGSIDE_DATALIB_TEXT_ASCII = 0, RINGSIDE_DATALIB_TEXT_EBCDIC = 1 };  // EBCDIC: IBM-1047
/// The order of octets of the numbers that the service writes into parameter lists and their areas.
enum { RINGSIDE_DATALIB_ORDER_NATIVE = 0, RINGSIDE_DATALIB_ORDER_BIG = 1 };

/// Sets the modes of this process. They hold for all threads and override RINGSIDE_DATALIB_TEXT=ascii|ebcdic and
/// RINGSIDE_DATALIB_ORDER=native|big. A value of -1 leaves the choice to the environment. Return codes, and all that
/// the caller passes in, are always native.
/// Returns 0; -1 for a value that is not known, and changes nothing then.
int ringside_datalib_mode(int text, int order);

/// Function codes.
enum {
  IRRSDL_DATA_GET_FIRST = 0x01,    // irrsdl_data_get: opens a query, returns its first certificate
  IRRSDL_DATA_GET_NEXT = 0x02,     // irrsdl_data_get: returns the next certificate
  IRRSDL_DATA_ABORT_QUERY = 0x03,  // irrsdl_abort: closes the query
  IRRSDL_CHECK_STATUS = 0x04,      // irrsdl_check_status
  IRRSDL_GET_UPDATE_CODE = 0x05,   // irrsdl_update_code
  IRRSDL_INC_SERIAL_NUM = 0x06,    // irrsdl_serial_number
  IRRSDL_NEW_RING = 0x07,          // no list
  IRRSDL_DATA_PUT = 0x08,          // irrsdl_data_put
  IRRSDL_DATA_REMOVE = 0x09,       // irrsdl_data_remove
  IRRSDL_DEL_RING = 0x0A,          // no list
  IRRSDL_DATA_REFRESH = 0x0B,      // no list; user ID and ring name are empty
  IRRSDL_DATA_ALTER = 0x0C,        // irrsdl_data_alter; user ID and ring name are not used
  IRRSDL_GET_RING_INFO = 0x0D      // irrsdl_ring_info
};

/// Number of parameters, and the longest text of each kind, in octets.
enum {
  IRRSDL_PARAMETERS = 14,
  IRRSDL_WORK_AREA = 1024,
  IRRSDL_USER_MOST = 8,
  IRRSDL_RING_MOST = 237,
  IRRSDL_LABEL_MOST = 32,
  IRRSDL_RECORD_ID_MOST = 246
};

// Attributes of the call.
#define IRRSDL_GET_ALL_KEY_TYPES 0x80000000U  // DataGetFirst, DataGetNext: key types other than 1 to 3 are wanted
#define IRRSDL_PUT_TRUST 0x80000000U          // DataPut, DataAlter: the status that the certificate gets
#define IRRSDL_PUT_HIGHTRUST 0x40000000U
#define IRRSDL_PUT_NOTRUST 0x20000000U
#define IRRSDL_REMOVE_DEL_CERT_TOO 0x80000000U  // DataRemove: delete the certificate from the database
#define IRRSDL_REMOVE_DEL_ALLRINGS 0x40000000U  // DataRemove: also if other rings have it

// Usage of a certificate in a ring.
#define IRRSDL_USAGE_PERSONAL 0x00000008U
#define IRRSDL_USAGE_CERTAUTH 0x00000002U
#define IRRSDL_USAGE_SITE 0x00000000U
#define IRRSDL_USAGE_OF_CERTIFICATE 0x80000000U  // DataPut: the usage that fits the certificate's owner

// Status of a certificate. As input of DataGetFirst, a sum of those that are wanted.
#define IRRSDL_STATUS_ANY 0x00000000U
#define IRRSDL_STATUS_TRUST 0x80000000U
#define IRRSDL_STATUS_HIGHTRUST 0x40000000U
#define IRRSDL_STATUS_NOTRUST 0x20000000U

/// What a query asks for: irrsdl_query.predicates and irrsdl_query.attribute_id.
enum { IRRSDL_PREDICATES_NONE = 0, IRRSDL_PREDICATES_ONE = 1 };
enum { IRRSDL_BY_LABEL = 1, IRRSDL_BY_DEFAULT = 2, IRRSDL_BY_SUBJECT = 3 };

/// Types of private keys. Of types 2, 3, 7, 9, 11 and 12 the area holds the label of the key in ICSF and no key.
enum {
  IRRSDL_KEY_NONE = 0,
  IRRSDL_KEY_PKCS8 = 1,       // PrivateKeyInfo, DER; RSA or DSA
  IRRSDL_KEY_ICSF = 2,        // RSA in the PKDS
  IRRSDL_KEY_PCICC = 3,       // RSA in the PKDS, in another form
  IRRSDL_KEY_DH = 5,          //
  IRRSDL_KEY_ECC_PKCS8 = 6,   // PrivateKeyInfo, DER; ECC
  IRRSDL_KEY_ECC_PKDS = 7,    // ECC in the PKDS
  IRRSDL_KEY_RSA_TOKEN = 9,   // RSA in the TKDS
  IRRSDL_KEY_ECC_TOKEN = 11,  // ECC in the TKDS
  IRRSDL_KEY_DSA_TOKEN = 12   // DSA in the TKDS
};

/// Which rings GetRingInfo returns.
enum {
  IRRSDL_RINGS_NAMED = 0,           // the ring of the parameters; without a name, all rings of the owner
  IRRSDL_RINGS_AFTER = 1,           // all rings after it
  IRRSDL_RINGS_OF_OWNER_AFTER = 2,  // those of the same owner after it
  IRRSDL_RINGS_OF_NAME_AFTER = 3    // those of the same name after it
};

/// Reason codes with SAF return code 8 and RACF return code 8. SAF 4, RACF 0: RACF is not installed, there is no lab.
/// SAF 4, RACF 4: done, with a warning whose reason depends on the function.
enum {
  IRRSDL_BAD_PARAMETER_LIST = 4,
  IRRSDL_NOT_AUTHORIZED = 8,
  IRRSDL_INTERNAL_ERROR = 12,
  IRRSDL_BAD_FUNCTION = 20,
  IRRSDL_BAD_VERSION = 24,
  IRRSDL_BAD_RING_OR_USER = 28,
  IRRSDL_BAD_LENGTH = 32,  // also: GetRingInfo finds no ring
  IRRSDL_BAD_TOKEN = 36,
  IRRSDL_BAD_TOKEN_CONTENT = 40,
  IRRSDL_NO_CERTIFICATE = 44,
  IRRSDL_AREA_TOO_SMALL = 48,
  IRRSDL_BAD_KEY = 52,
  IRRSDL_BAD_SELECTION = 56,  // predicates, attribute ID or status
  IRRSDL_NO_RING = 84,
  IRRSDL_OTHER_ERROR = 92  // also: DataRefresh without authority
};

#pragma pack(push, 1)

/// A query. The service sets the token; DataGetFirst with a token of an older query begins a new one.
typedef struct irrsdl_query {
  uint32_t token;
  uint32_t predicates;
  uint32_t attribute_id;
  uint32_t attribute_length;
  void* attribute;  // text of the label, or DER of the subject
} irrsdl_query;

/// A user ID: on input its length may be 1 to 8; it is padded with blanks on output.
typedef struct irrsdl_user {
  uint8_t length;
  char id[8];
} irrsdl_user;

/// DataGetFirst and DataGetNext. Lengths are those of the areas on input, and of what was found on output. With 8/8/48
/// they are set as well, and nothing is written to the areas.
typedef struct irrsdl_data_get {
  irrsdl_query* query;
  uint32_t usage;
  uint32_t is_default;
  uint32_t certificate_length;
  uint32_t reserved_1;
  void* certificate;
  uint32_t key_length;  // 0 on output: no key, or none that the caller may have
  uint32_t reserved_2;
  void* key;
  uint32_t key_type;
  uint32_t key_bits;
  uint32_t label_length;  // at least 32 on input
  uint32_t reserved_3;
  void* label;
  irrsdl_user owner;  // the length is 8 on input
  uint8_t reserved_4[3];
  uint32_t subject_length;
  void* subject;
  uint32_t record_id_length;
  uint32_t reserved_5;
  void* record_id;
  uint32_t status;  // with version 1 only
} irrsdl_data_get;

typedef struct irrsdl_abort {
  irrsdl_query* query;
} irrsdl_abort;

typedef struct irrsdl_check_status {
  uint32_t certificate_length;
  uint32_t reserved_1;
  void* certificate;  // DER
  uint32_t status;    // output
} irrsdl_check_status;

typedef struct irrsdl_update_code {
  uint32_t code;  // output: another one after each change of the ring
} irrsdl_update_code;

typedef struct irrsdl_serial_number {
  uint32_t certificate_length;
  uint32_t reserved_1;
  void* certificate;  // DER of the certificate that signs
  uint64_t serial;    // output: the serial number of the next certificate that it signs
} irrsdl_serial_number;

typedef struct irrsdl_data_put {
  uint32_t usage;
  uint32_t is_default;
  uint32_t certificate_length;
  uint32_t reserved_1;
  void* certificate;  // DER
  uint32_t key_length;
  uint32_t reserved_2;
  void* key;              // PrivateKeyInfo, DER; none if the length is 0
  uint32_t label_length;  // 0 to 32
  uint32_t reserved_3;
  void* label;        // output: the label of the certificate in the database, as much of it as label_length allows
  irrsdl_user owner;  // output: its owner
  uint8_t reserved_4[3];
} irrsdl_data_put;

typedef struct irrsdl_data_remove {
  uint32_t label_length;
  uint32_t reserved_1;
  void* label;
  irrsdl_user owner;
  uint8_t reserved_2[3];
} irrsdl_data_remove;

typedef struct irrsdl_data_alter {
  uint32_t label_length;
  uint32_t reserved_1;
  void* label;
  uint32_t new_label_length;  // 0: the label stays
  uint32_t reserved_2;
  void* new_label;
  irrsdl_user owner;
  uint8_t reserved_3[3];
} irrsdl_data_alter;

/// GetRingInfo. The area gets the number of rings (4 octets), and for each ring: length (1) and text of its owner,
/// length (1) and text of its name, number of its certificates (4), and for each certificate: length (1) and text of
/// its owner, length (1) and text of its label.
typedef struct irrsdl_ring_info {
  uint32_t search_type;
  uint32_t area_length;
  void* area;
} irrsdl_ring_info;

#pragma pack(pop)

#ifdef __cplusplus
}
#define IRRSDL_ASSERT(name, condition) static_assert(condition, #name)
#else
#define IRRSDL_ASSERT(name, condition) typedef char irrsdl_assert_##name[(condition) ? 1 : -1]
#endif
#define IRRSDL_AT(type, field, offset) IRRSDL_ASSERT(type##_##field, offsetof(struct irrsdl_##type, field) == (offset))
#define IRRSDL_SIZE(type, size) IRRSDL_ASSERT(type##_size, sizeof(struct irrsdl_##type) == (size))

IRRSDL_AT(query, token, 0);
IRRSDL_AT(query, predicates, 4);
IRRSDL_AT(query, attribute_id, 8);
IRRSDL_AT(query, attribute_length, 12);
IRRSDL_AT(query, attribute, 16);
IRRSDL_SIZE(query, 24);
IRRSDL_SIZE(user, 9);
IRRSDL_AT(data_get, query, 0);
IRRSDL_AT(data_get, usage, 8);
IRRSDL_AT(data_get, is_default, 12);
IRRSDL_AT(data_get, certificate_length, 16);
IRRSDL_AT(data_get, certificate, 24);
IRRSDL_AT(data_get, key_length, 32);
IRRSDL_AT(data_get, key, 40);
IRRSDL_AT(data_get, key_type, 48);
IRRSDL_AT(data_get, key_bits, 52);
IRRSDL_AT(data_get, label_length, 56);
IRRSDL_AT(data_get, label, 64);
IRRSDL_AT(data_get, owner, 72);
IRRSDL_AT(data_get, subject_length, 84);
IRRSDL_AT(data_get, subject, 88);
IRRSDL_AT(data_get, record_id_length, 96);
IRRSDL_AT(data_get, record_id, 104);
IRRSDL_AT(data_get, status, 112);
IRRSDL_SIZE(data_get, 116);
IRRSDL_SIZE(abort, 8);
IRRSDL_AT(check_status, certificate, 8);
IRRSDL_AT(check_status, status, 16);
IRRSDL_SIZE(check_status, 20);
IRRSDL_SIZE(update_code, 4);
IRRSDL_AT(serial_number, certificate, 8);
IRRSDL_AT(serial_number, serial, 16);
IRRSDL_SIZE(serial_number, 24);
IRRSDL_AT(data_put, usage, 0);
IRRSDL_AT(data_put, is_default, 4);
IRRSDL_AT(data_put, certificate_length, 8);
IRRSDL_AT(data_put, certificate, 16);
IRRSDL_AT(data_put, key_length, 24);
IRRSDL_AT(data_put, key, 32);
IRRSDL_AT(data_put, label_length, 40);
IRRSDL_AT(data_put, label, 48);
IRRSDL_AT(data_put, owner, 56);
IRRSDL_SIZE(data_put, 68);
IRRSDL_AT(data_remove, label_length, 0);
IRRSDL_AT(data_remove, label, 8);
IRRSDL_AT(data_remove, owner, 16);
IRRSDL_SIZE(data_remove, 28);
IRRSDL_AT(data_alter, label_length, 0);
IRRSDL_AT(data_alter, label, 8);
IRRSDL_AT(data_alter, new_label_length, 16);
IRRSDL_AT(data_alter, new_label, 24);
IRRSDL_AT(data_alter, owner, 32);
IRRSDL_SIZE(data_alter, 44);
IRRSDL_AT(ring_info, search_type, 0);
IRRSDL_AT(ring_info, area_length, 4);
IRRSDL_AT(ring_info, area, 8);
IRRSDL_SIZE(ring_info, 16);

#undef IRRSDL_AT
#undef IRRSDL_SIZE
#undef IRRSDL_ASSERT

#endif
