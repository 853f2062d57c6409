/* Keeps GLib's first table of quarks from being told as a leak.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib leaves the table behind when it makes a larger one, because other
 * threads may still read it. A program with many types gets that far, and the
 * leak checker cannot tell this block from a real leak. It is allocated before
 * main(), as the first of its size, so that a hook that is set even before can
 * remember where it is.
 */
#include <stddef.h>

#ifdef __SANITIZE_ADDRESS__

#define TABLE_SIZE (2048 * sizeof (char *))

int __sanitizer_install_malloc_and_free_hooks (void (*malloc_hook) (const volatile void *, size_t),
                                               void (*free_hook) (const volatile void *));

static const volatile void *volatile table;

static void
allocated (const volatile void *block, size_t size)
{
  if (table == NULL && size == TABLE_SIZE)
    table = block;
}

static void
freed (const volatile void *block)
{
}

static void
watch (void)
{
  __sanitizer_install_malloc_and_free_hooks (allocated, freed);
}

__attribute__ ((section (".preinit_array"), used)) static void (*const begin) (void) = watch;

#else

/* Nothing is to be kept without the checker. */
extern const int quark_table_is_not_watched;
const int quark_table_is_not_watched = 1;

#endif
