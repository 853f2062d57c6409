/* Brightpearl's API as the practice account answers it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function per method and path; practice-brightpearl.c has the table of
 * them. A handler leaves its answer with the functions below.
 */
#pragma once

#include "practice-account-order.h"

G_BEGIN_DECLS

typedef void PracticeHandler (PracticeWorld *world,
                              const PracticeRequest *request,
                              PracticeAnswer *answer);

/* Answers 200 with @response (transfer full) in the envelope. */
void practice_respond (PracticeAnswer *answer, JsonNode *response);
void practice_respond_id (PracticeAnswer *answer, gint64 id);
/* Answers 200 with an empty envelope, as most PUTs and DELETEs do. */
void practice_respond_done (PracticeAnswer *answer);
/* Answers with an error; one more when there is one already. */
void practice_refuse (PracticeAnswer *answer,
                      guint status,
                      const char *code,
                      const char *format,
                      ...) G_GNUC_PRINTF (4, 5);
/* Whether practice_refuse() was called. */
gboolean practice_is_refused (const PracticeAnswer *answer);

/* (nullable): the segment at @index, NULL if there is none or it is empty. */
const char *practice_segment (const PracticeRequest *request, guint index);
/* The number at @index of the path, 0 if it is none. */
gint64 practice_segment_id (const PracticeRequest *request, guint index);
/* (transfer container) (nullable): the records of an id set in an order of no meaning; all if @ids
 * is NULL. NULL after a refusal: malformed, or more ids than @most. */
GPtrArray *practice_select (PracticeWorld *world,
                            const PracticeTable *table,
                            const char *ids,
                            guint most,
                            PracticeAnswer *answer);
/* (nullable): the order at segment @index; NULL after a 404. */
PracticeOrder *practice_select_order (PracticeWorld *world,
                                      const PracticeRequest *request,
                                      guint index,
                                      PracticeAnswer *answer);
/* Whether the comma-separated `includeOptional` asks for @section. */
gboolean practice_wants (const PracticeRequest *request, const char *section);

/* (transfer full): an order as `sales-order` and as `order` show it. */
JsonObject *practice_sales_order_view (PracticeAccount *account, const PracticeOrder *order);
JsonObject *practice_order_view (PracticeAccount *account, const PracticeOrder *order);
JsonObject *practice_order_row_view (PracticeAccount *account,
                                     const PracticeOrder *order,
                                     const PracticeRow *row);
/* (transfer full): other records as they are answered. */
JsonObject *practice_contact_view (PracticeAccount *account, const PracticeContact *contact);
JsonObject *practice_address_view (const PracticeAddress *address);
JsonObject *practice_reservation_view (const PracticeOrder *order);
JsonObject *practice_product_view (PracticeAccount *account, const PracticeProduct *product);
/* (nullable) (transfer full): reads a new order of @type_id; NULL after a refusal. */
PracticeOrder *practice_order_read (PracticeWorld *world,
                                    gint64 type_id,
                                    JsonNode *body,
                                    PracticeAnswer *answer);
/* (nullable) (transfer full): reads one row as in a sales order; NULL after a refusal. */
PracticeRow *practice_row_read (PracticeWorld *world, JsonNode *body, PracticeAnswer *answer);
/* Adds @row (transfer full) to @order and, if it is a bundle, the rows of its components. */
void practice_order_take_row (PracticeWorld *world, PracticeOrder *order, PracticeRow *row);
/* (transfer full): @body's address members as an order keeps them; refuses an unknown country. */
JsonObject *practice_address_read (JsonNode *body, PracticeAnswer *answer);
/* Cancels, or moves to another status. */
void practice_order_set_status (PracticeWorld *world,
                                PracticeOrder *order,
                                gint64 status_id,
                                PracticeAnswer *answer);
/* Puts the fixed members of staff among the contacts. */
void practice_brightpearl_add_staff (PracticeWorld *world);

/* The handlers, by resource. */
PracticeHandler practice_get_reference, practice_get_account_configuration;
PracticeHandler practice_get_instance, practice_refuse_webhook, practice_post_multi_message;
PracticeHandler practice_search_nominal_codes, practice_search_currencies;
PracticeHandler practice_search_orders, practice_search_sales_orders;
PracticeHandler practice_get_orders, practice_get_sales_orders, practice_get_sales_credits;
PracticeHandler practice_post_sales_order, practice_post_sales_credit, practice_put_sales_order;
PracticeHandler practice_put_sales_order_rows, practice_close_sales_order;
PracticeHandler practice_patch_order, practice_put_order_status;
PracticeHandler practice_post_row, practice_patch_row, practice_delete_row;
PracticeHandler practice_get_notes, practice_post_note, practice_search_notes;
PracticeHandler practice_get_custom_fields, practice_patch_custom_fields;
PracticeHandler practice_options_orders, practice_options_products, practice_options_contacts;
PracticeHandler practice_search_contacts, practice_get_contacts, practice_post_contact;
PracticeHandler practice_patch_contact, practice_put_contact_addresses;
PracticeHandler practice_post_address, practice_get_addresses;
PracticeHandler practice_search_products, practice_get_products;
PracticeHandler practice_get_availability, practice_get_bundle_availability;
PracticeHandler practice_search_movements;
PracticeHandler practice_post_reservation, practice_put_reservation;
PracticeHandler practice_get_reservation, practice_delete_reservation;
PracticeHandler practice_post_goods_out, practice_get_goods_out, practice_put_goods_out;
PracticeHandler practice_get_drop_ship, practice_post_goods_out_event, practice_delete_goods_out;
PracticeHandler practice_search_goods_out;
PracticeHandler practice_post_payment, practice_delete_payment, practice_search_payments;
PracticeHandler practice_get_payment_totals;

G_END_DECLS
