/* Steps of the orders flow, as requests to Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each function makes one step from values alone.
 */
#pragma once

#include "bright-order-rows.h"

G_BEGIN_DECLS

#define BRIGHT_STEP_CREATE_ADDRESS "create-address"
#define BRIGHT_STEP_CREATE_CONTACT "create-contact"
#define BRIGHT_STEP_UPDATE_CONTACT "update-contact"
#define BRIGHT_STEP_ATTACH_ADDRESS "attach-address"
#define BRIGHT_STEP_CREATE_SALES_ORDER "create-sales-order"
#define BRIGHT_STEP_UPDATE_SALES_ORDER "update-sales-order"
#define BRIGHT_STEP_CANCEL_SALES_ORDER "cancel-sales-order"
#define BRIGHT_STEP_RESERVE "reserve"
#define BRIGHT_STEP_RESERVE_AGAIN "reserve-again"
#define BRIGHT_STEP_RELEASE "release"

/** BRIGHTPEARL_NAME_LENGTH: characters that a first or last name may have. */
#define BRIGHTPEARL_NAME_LENGTH 32

/* The external reference of a part: the order's id, and from the second part on `-2`, `-3` ... */
char *bright_format_external_reference (gint64 order_id, guint suffix);

/* The first @length characters of @text, without a broken one at the end. */
char *bright_cut_text (const char *text, glong length);

/* POST contact-service/postal-address, for a contact that is made next. */
BrightStep *bright_step_create_address (const BrightOrderCase *order_case);

/* POST contact-service/contact, with the address @address_id in all slots. */
BrightStep *bright_step_create_contact (const BrightOrderCase *order_case, gint64 address_id);

/* PUT contact-service/contact/{id}/postal-address, for a contact that has no address. */
BrightStep *bright_step_attach_address (const BrightOrderCase *order_case,
                                        const BrightpearlContact *contact);

/* PATCH contact-service/contact/{id} with what the settings allow to be changed; NULL if
 * nothing is. */
BrightStep *bright_step_update_contact (const BrightOrderCase *order_case,
                                        const BrightpearlContact *contact);

/* POST order-service/sales-order. */
BrightStep *bright_step_create_sales_order (const BrightOrderCase *order_case,
                                            const BrightPartPlan *part,
                                            gint64 contact_id);

/* PUT order-service/sales-order/{id} with If-Match: the rows and addresses of @part, all else
 * as it is. */
BrightStep *bright_step_update_sales_order (const BrightOrderCase *order_case,
                                            const BrightPartPlan *part,
                                            const BrightpearlSalesOrder *sales_order);

/* Whether a sales order has the rows of @part and its addresses. */
gboolean bright_sales_order_matches (const BrightpearlSalesOrder *sales_order,
                                     const BigcommerceOrder *order,
                                     const BrightPartPlan *part);

/* The row that was made for @rows[@index], or null. Two fees may have the same name: such rows are
 * told apart by their sequence. */
BrightpearlRow *bright_sales_order_find_row (const BrightpearlSalesOrder *sales_order,
                                             GPtrArray *rows,
                                             guint index);

/* Whether the rows of a sales order are those of @part: no more, no less, none different. */
gboolean bright_sales_order_has_rows (const BrightpearlSalesOrder *sales_order,
                                      const BrightPartPlan *part);

/* The rows of a sales order that differ from those of @part, as they are and as they should be:
 * `2 × Mug 26.00; 1 × Tea 8.99`. */
void bright_sales_order_describe_changes (const BrightpearlSalesOrder *sales_order,
                                          const BrightPartPlan *part,
                                          char **before,
                                          char **after);

/* PUT order-service/order/{id}/status. */
BrightStep *bright_step_cancel_sales_order (const BrightOrderCase *order_case,
                                            const BrightpearlSalesOrder *sales_order,
                                            gint64 status_id);

/* POST or PUT warehouse-service/order/{id}/reservation; NULL where nothing can be reserved.
 * @wanted is set to the units that are asked for. */
BrightStep *bright_step_reserve (const BrightOrderCase *order_case,
                                 const BrightpearlSalesOrder *sales_order,
                                 gboolean again,
                                 gint64 *wanted);

/* DELETE warehouse-service/order/{id}/reservation. */
BrightStep *bright_step_release (const BrightOrderCase *order_case,
                                 const BrightpearlSalesOrder *sales_order);

G_END_DECLS
